import { ProofCsv } from './proof-csv';
import { ReadProof } from './read-proof';

export { ProofCsv, ReadProof };
export const proofProviders = [ReadProof, ProofCsv];
