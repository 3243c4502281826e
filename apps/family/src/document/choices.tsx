import type { ComponentChildren } from 'preact';
import { Sign, type SignName } from './icons';
import { T } from './marks';

export type Option = { value: string; text: string; note?: string; sign?: SignName };

type ChoicesProps = { type: 'radio' | 'checkbox'; name: string; options: readonly Option[]; chosen: readonly string[]; /** The first one carries it: links of the summary land here. */ id?: string };

/** One row a choice: the whole row is the label. */
export function Choices({ type, name, options, chosen, id }: ChoicesProps) {
  return (
    <>
      {options.map((option, i) => (
        <Choice type={type} name={name} option={option} checked={chosen.includes(option.value)} id={i === 0 ? id : undefined} />
      ))}
    </>
  );
}

export function Choice({ type, name, option, checked, id }: { type: 'radio' | 'checkbox'; name: string; option: Option; checked: boolean; id?: string }) {
  return (
    <label class="c">
      <input type={type} name={name} value={option.value} checked={checked} id={id} />
      <span><T>{option.text}</T>{option.note ? <small><T>{option.note}</T></small> : null}</span>
      {option.sign && <Sign name={option.sign} size="1.5em" />}
    </label>
  );
}

export type Fault = { /** Where the summary's link lands. */ at: string; text: string };

/** Above the question, focused: what is left, each line leading to its place. */
export function Summary({ heading, lead, faults }: { heading: string; lead?: string; faults: readonly Fault[] }) {
  return (
    <div class="sum" role="alert" tabIndex={-1} autofocus aria-labelledby="s">
      <h2 id="s"><T>{heading}</T></h2>
      {lead && <p>{lead}</p>}
      <ul>{faults.map((fault) => <li><a href={`#${fault.at}`}><T>{fault.text}</T></a></li>)}</ul>
    </div>
  );
}

type QuestionProps = { step?: string; h1: string; hint?: string; fault?: Fault; children: ComponentChildren };

/** One question: its legend is the page's heading. */
export function Question({ step, h1, hint, fault, children }: QuestionProps) {
  return (
    <fieldset class={fault && 'err'} aria-describedby={fault && 'f'}>
      <legend>{step && <><span class="step">{step}</span>{' '}</>}<h1><T>{h1}</T></h1></legend>
      {hint && <p class="hint"><T>{hint}</T></p>}
      {fault && <p class="msg" id="f">{fault.text}</p>}
      {children}
    </fieldset>
  );
}
