/**
 * Safe placement: places and their beds, exclusion zones, matching, and stays. The address of a
 * place is visible only to those who place there and to the place itself.
 */
@NullMarked
package org.passerelle.protect.casework.placement;

import org.jspecify.annotations.NullMarked;
