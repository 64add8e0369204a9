/** How each edition of the letter writes days, numbers and ordinals. */
@NullMarked
package org.passerelle.steer.letter.words;

import org.jspecify.annotations.NullMarked;
