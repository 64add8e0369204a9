/** Tests of the engine, compared with external solvers if they are installed. */
@NullMarked
package org.passerelle.disclosure;

import org.jspecify.annotations.NullMarked;
