/** Invented tips of the public for the demonstration. */
@NullMarked
package org.passerelle.demo.tip;

import org.jspecify.annotations.NullMarked;
