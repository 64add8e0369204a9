/** Pages of what was measured around campaigns. */
@NullMarked
package org.passerelle.prevent.effect.web;

import org.jspecify.annotations.NullMarked;
