/** Invented campaigns, places at risk and a watch list for the demonstration. */
@NullMarked
package org.passerelle.demo.prevention;

import org.jspecify.annotations.NullMarked;
