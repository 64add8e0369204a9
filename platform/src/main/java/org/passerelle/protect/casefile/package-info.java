/**
 * The printed file of a case, for the team and as a copy for the person concerned; and the list of
 * disclosures.
 */
@NullMarked
package org.passerelle.protect.casefile;

import org.jspecify.annotations.NullMarked;
