/** Tests of the engine, against solvers of others where they are installed. */
@NullMarked
package org.passerelle.disclosure;

import org.jspecify.annotations.NullMarked;
