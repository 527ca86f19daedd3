/** Items of a JSON list, one by one: the list as a whole is never held. */
import { JSONParser } from '@streamparser/json';
import { FileTrouble } from './file-trouble.ts';
import { readText } from './text.ts';

/** @throws FileTrouble */
export async function* readJsonList(file: string): AsyncGenerator<{ row: number; value: unknown }, void, undefined> {
  const parser = new JSONParser({ paths: ['$.*'], keepStack: false });
  let items: unknown[] = [];
  let failure: Error | undefined;
  let begun = false;
  let row = 0;
  parser.onValue = ({ value }) => void items.push(value);
  parser.onError = (error) => void (failure ??= error);
  for await (const text of readText(file)) {
    if (!begun && text.trim()) {
      begun = true;
      if (!text.trimStart().startsWith('[')) throw new FileTrouble('The file is no JSON list.', 'Begin it with [ and put the records into it.');
    }
    if (!text || (parser.isEnded && !text.trim())) continue;
    parser.write(text);
    const ready = items;
    items = [];
    for (const value of ready) yield { row: ++row, value };
    if (failure) throw notJson(failure, row);
  }
  if (!begun) throw new FileTrouble('The file is empty.', 'A JSON list is at least [].');
  if (!parser.isEnded) throw notJson(new Error('it ends too early'), row);
}

const notJson = ({ message }: Error, row: number): FileTrouble =>
  new FileTrouble(`The file is no JSON from here on: ${message.split('\n')[0]}.`, 'Write it with a JSON library rather than by hand.', row + 1);
