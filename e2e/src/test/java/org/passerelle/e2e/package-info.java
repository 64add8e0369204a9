/** The packaged application, started by its launcher and used as people and attackers would. */
@NullMarked
package org.passerelle.e2e;

import org.jspecify.annotations.NullMarked;
