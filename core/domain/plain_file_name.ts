/** Names that can be shown and said, and that lead nowhere else: no separators, no control characters, no hidden files. */
export const PLAIN_FILE_NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N} ._()+,=@-]{0,199}$/u;
