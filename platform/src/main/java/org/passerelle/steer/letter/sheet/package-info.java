/**
 * What is known of an issue only once it is set on sheets of paper: how its last page is filled,
 * and on which pages the note on status has to stand.
 */
@NullMarked
package org.passerelle.steer.letter.sheet;

import org.jspecify.annotations.NullMarked;
