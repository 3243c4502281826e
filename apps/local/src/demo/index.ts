/** Who can sign in to the demo, as the launcher prints it. */
export interface DemoSignIn {
  readonly role: string;
  readonly name: string;
  readonly municipality: string;
  readonly email: string;
  readonly password: string;
}

export function demoSignIns(): DemoSignIn[] {
  return [];
}

/** Fills an empty database with the demo families; leaves a database that has any alone. */
export async function seedDemo(): Promise<void> {}
