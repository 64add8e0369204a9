/**
 * Invented persons of the region, as the agencies of several countries would record them: with the
 * truth who is whom, so that linkage can be measured.
 */
@NullMarked
package org.passerelle.linkage.generator;

import org.jspecify.annotations.NullMarked;
