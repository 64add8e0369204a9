/**
 * Runs test classes in a given order and says in a line each what failed and how long it took; and
 * what tests of several modules need.
 */
@NullMarked
package org.passerelle.testing;

import org.jspecify.annotations.NullMarked;
