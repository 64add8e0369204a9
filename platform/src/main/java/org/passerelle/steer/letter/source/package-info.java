/** What an issue of the letter shows beside the register: pictures and campaigns. */
@NullMarked
package org.passerelle.steer.letter.source;

import org.jspecify.annotations.NullMarked;
