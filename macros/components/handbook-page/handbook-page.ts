/** What a handbook page does: shows one role's part, the meaning of a term, and the reader's own answers. */

import "../closing/answers";
import "../roles/choice";
import "../term-card/card";
