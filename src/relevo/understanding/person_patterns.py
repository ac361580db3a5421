"""The shapes in which a wish for a person is put together from the word classes of person_words.

A pattern is a line of word classes: `A|B` either, `A?` optional, `A*` any number, `~3` up to three words of any kind
within the sentence, STOP a pause or the end of a sentence, START its beginning. The name is the
reason that is stored and shown.
"""

SOMEONE = "HUMAN|PEOPLE|CHIEF|ROLE|ANYONE|DEPARTMENT"
FIRM = "HUMAN|PEOPLE|CHIEF|ROLE|ANYONE"
CLEAR = "HUMAN|PEOPLE|ANYONE"

# "No need to", "I don't want to" in front turns these round.
WISHES: tuple[tuple[str, str], ...] = (
    ("talk", f"TALK ~2 WITH|THAT|DET ~3 {SOMEONE}"),
    ("talk", f"CHAT ~1 WITH ~3 {FIRM}"),
    ("talk", f"TALK|CHAT WITH {FIRM}"),
    ("talk", f"TALK {SOMEONE}"),
    ("talk", f"{CLEAR} ~6 TALK STOP|WITH|THERE"),
    ("talk", f"{CLEAR} THAT|MODAL|DET ~3 TALK"),
    ("talk", f"WITH ~2 {CLEAR} ~4 TALK"),
    ("talk", "ANYONE ~2 TALK ~1 ME"),
    ("talk", "ANYONE ~8 UP WITH"),
    ("talk", "HUMAN|ANYONE ~1 TALK"),
    ("talk", "MODAL ~1 TALK WITH QUESTION"),
    ("pass on", f"PASS_ME ~1 WITH ~3 {SOMEONE}"),
    ("pass on", f"PASS_ME ME ~3 {FIRM}"),
    ("pass on", "ME PASS_ME WITH"),
    ("pass on", "CONNECT ME THROUGH"),
    ("pass on", f"CONNECT ~1 WITH|THROUGH|ON ~3 {SOMEONE}"),
    ("pass on", f"CONNECT ME|DET ~3 {FIRM}"),
    ("call", "THAT ME CALL"),
    ("call", "ME MODAL CALL"),
    ("call", "MODAL CALL_ME"),
    ("call", f"ME SERVE|CALL ~4 {FIRM}"),
    ("call", "MODAL ~4 CALL ME"),
    ("call", f"{FIRM} ~5 CALL ME"),
    ("call", f"{CLEAR} ~3 TEXT ME"),
    ("call", "WANT ~4 CALL ME"),
    ("call", f"WANT ~3 {FIRM} ~2 ME SERVE|CALL|TALK"),
    ("call", f"CALL FROM ~3 {FIRM}"),
    ("serve", f"{FIRM} ~3 THAT ME ~2 SERVE|CALL|TALK"),
    ("serve", f"{CLEAR} ~1 THAT ~1 ME ~2 SERVE|CALL|TALK"),
    ("serve", f"SERVE DET? {CLEAR}"),
    ("serve", "PHONE ~3 ANYONE|HUMAN"),
    ("serve", "ANYONE SERVE"),
    ("serve", "ANYONE THAT SERVE"),
    ("want", "WANT DET|REAL|ME|TRUTH* HUMAN"),
    ("want", "WANT ME ~1 ANYONE POLITE? STOP"),
    ("want", "BETTER DET|REAL* HUMAN"),
    ("want", "DEPARTMENT ~1 WITH ~2 HUMAN"),
    ("talk", "WITH THAT MODAL ~1 TALK"),
    ("talk", "THAT MODAL HELP? TALK WITH"),
    ("want", "WANT DET|REAL|ME|TRUTH* CHIEF STOP|ON|NOW|REAL|CALL"),
    ("want", "MODAL ME|HELP? SERVE? DET|REAL|ME|GETTING|WANT* HUMAN|CHIEF STOP|ON|NOW|SERVE|HELP|POLITE"),
    ("want", "MODAL ME DET|REAL|SERVE* HUMAN"),
    ("want", "HOLD DET|REAL* HUMAN|ANYONE"),
    ("serve", f"IS_THERE ~2 {FIRM} THAT ME"),
    ("serve", f"SERVED DET|BY* {FIRM}"),
    ("want", "WANT ~4 PAUSE DET? HUMAN STOP"),
    ("want", f"WANT ~2 APPOINTMENT WITH ~2 {FIRM}"),
    ("want", f"{FIRM} ~2 ON ~1 PHONE|CALL"),
    ("want", "WITH ~2 CHIEF ~3 REAL"),
    ("real person", "START ANYONE HUMAN POLITE? STOP"),
    ("real person", f"REAL {FIRM}"),
    ("real person", f"{FIRM} ~2 REAL"),
    ("real person", "HUMAN|ROLE|CHIEF|ANYONE DET TRUTH"),
)

# Certain by their form or by their "not".
ALWAYS: tuple[tuple[str, str], ...] = (
    ("pass on", "PASS WITH"),
    ("pass on", f"PASS ~3 WITH ~1 {SOMEONE}"),
    ("pass on", "START CONNECT ME POLITE? STOP"),
    ("pass on", f"PASS DET|ME|WITH* {SOMEONE}"),
    ("call", "CALL_ME ~1 STOP|PHONE|NOW|NUMERAL"),
    ("call", "START DET|NOW* CALL ME STOP|NOW|BACK|POLITE"),
    ("call", f"CALL_ME ~3 {FIRM}"),
    ("anybody there", "IS_THERE ~1 ANYONE|HUMAN ~3 THERE"),
    ("anybody there", "IS_THERE ~1 ANYONE|HUMAN QUESTION"),
    ("anybody there", "IS ~2 ANYONE|HUMAN ~3 THERE|REAL|TALK"),
    ("anybody there", "IS THERE? DET|REAL* ANYONE|HUMAN QUESTION"),
    ("anybody there", "NOT IS_THERE NOBODY ~3 THERE ~1 QUESTION"),
    ("anybody there", "NOT IS_THERE NOBODY ~3 THAT ME ~3 SERVE ~6 QUESTION"),
    ("anybody there", "NOBODY ~2 REAL"),
    ("anybody there", "IS THERE ANYONE|HUMAN ~4 HELP|TALK|SERVE"),
    ("anybody there", "START DET|MODAL? HUMAN|PEOPLE THERE ~1 STOP"),
    ("not a machine", "NOT WANT? ~3 TALK ~3 BOT"),
    ("not a machine", "NOT WANT ~2 BOT"),
    ("not a machine", "START NOT DET* BOT POLITE? STOP"),
    ("not a machine", "FED_UP ~4 BOT"),
    ("not a machine", "HUMAN ~3 NOT DET* BOT"),
    ("not a machine", "BOT END|PAUSE DET? HUMAN"),
)
