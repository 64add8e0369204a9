/** What the house does before it says that it is open, so that nobody waits for the first pages. */
@NullMarked
package org.passerelle.house.warming;

import org.jspecify.annotations.NullMarked;
