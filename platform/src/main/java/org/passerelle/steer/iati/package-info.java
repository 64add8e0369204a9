/**
 * The programme of a year as an activity file of the International Aid Transparency Initiative
 * (IATI 2.03), what is withheld from it and why, and the check of such a file against the standard.
 */
@NullMarked
package org.passerelle.steer.iati;

import org.jspecify.annotations.NullMarked;
