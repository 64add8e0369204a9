/** The public figures of the demonstration. */
@NullMarked
package org.passerelle.demo.figures;

import org.jspecify.annotations.NullMarked;
