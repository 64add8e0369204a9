/**
 * Which child goes to which place: hard rules never broken, soft ones in their order, with a proof
 * or a stated gap, and a reason for everybody who waits.
 */
@NullMarked
package org.passerelle.placement;

import org.jspecify.annotations.NullMarked;
