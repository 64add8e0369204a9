/** What the register says a programme manager has to attend to. */
@NullMarked
package org.passerelle.steer.home;

import org.jspecify.annotations.NullMarked;
