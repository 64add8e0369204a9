/**
 * What a campaign says to readers of the letter: its texts in three languages, written beside those
 * in which it was entered. Only a campaign of which it is said that it is told of stands in a
 * letter (decision 0198).
 */
@NamedInterface("wording")
@NullMarked
package org.passerelle.prevent.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
