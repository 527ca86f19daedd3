/** Server-sent events, as https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream reads them. */
export interface ServerEvent {
  /** Undefined when this event names none. */
  id: string | undefined;
  /** `message` when the event names none. */
  type: string;
  /** Undefined for an event that only moves the id on. */
  data: string | undefined;
}

/**
 * Reads events until the stream ends. An event that the end cuts off is none. `retry` and comments mean nothing here.
 *
 * @param heard Called whenever anything arrives, comments included.
 * @throws what the stream fails with.
 */
export async function* readEvents(body: ReadableStream<Uint8Array<ArrayBuffer>>, heard: () => void): AsyncGenerator<ServerEvent, void, undefined> {
  const reader = body.getReader();
  // Takes the byte order mark away, too.
  const decoder = new TextDecoder();
  let rest = '';
  let wasReturn = false;
  let event = fresh();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard();
      let text = decoder.decode(value, { stream: true });
      if (!text) continue;
      // A line end whose two characters came apart is still one.
      if (wasReturn && text.startsWith('\n')) text = text.slice(1);
      wasReturn = text ? text.endsWith('\r') : false;
      const lines = (rest + text).split(/\r\n|\r|\n/);
      rest = lines.pop()!;
      for (const line of lines) {
        if (line) take(line, event);
        else {
          if (event.id !== undefined || event.data !== undefined) yield event;
          event = fresh();
        }
      }
    }
  } finally {
    // Whoever stops reading wants the connection closed. One that broke is.
    reader.cancel().catch(() => {});
  }
}

const fresh = (): ServerEvent => ({ id: undefined, type: 'message', data: undefined });

function take(line: string, event: ServerEvent): void {
  const [, field = '', value = ''] = /^([^:]*)(?:: ?)?(.*)$/s.exec(line)!;
  if (field === 'data') event.data = event.data === undefined ? value : `${event.data}\n${value}`;
  else if (field === 'event') event.type = value || 'message';
  // The standard ignores an id with NUL; a header can’t hold others than these.
  else if (field === 'id' && /^[\x20-\x7e]*$/.test(value)) event.id = value;
}
