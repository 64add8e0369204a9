/** The estimation against the answers of the reference programs, and its rules. */
@NullMarked
package org.passerelle.estimation;

import org.jspecify.annotations.NullMarked;
