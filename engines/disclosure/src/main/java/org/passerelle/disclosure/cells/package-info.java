/**
 * Small counts of a page's own figures: which are hidden at once, so that no sum and no other table
 * of the page gives them back.
 */
@NullMarked
package org.passerelle.disclosure.cells;

import org.jspecify.annotations.NullMarked;
