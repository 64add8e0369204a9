/** Pages of the letter: the public archive, the editor, and what the operator's command asks. */
@NullMarked
package org.passerelle.steer.letter.web;

import org.jspecify.annotations.NullMarked;
