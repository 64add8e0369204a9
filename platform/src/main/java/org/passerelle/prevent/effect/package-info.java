/**
 * What was measured around a campaign: surveys before and after it, tips and calls in the weeks
 * around its beginning. It is association: nothing here says that the campaign was the cause
 * (decision 0196).
 */
@NamedInterface("effect")
@NullMarked
package org.passerelle.prevent.effect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
