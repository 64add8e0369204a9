/**
 * Runs test classes in a given order and prints one line for each failure and duration; and shared
 * code for tests of several modules.
 */
@NullMarked
package org.passerelle.testing;

import org.jspecify.annotations.NullMarked;
