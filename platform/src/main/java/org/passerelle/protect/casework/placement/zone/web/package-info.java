/** Pages of the zones of a case. */
@NullMarked
package org.passerelle.protect.casework.placement.zone.web;

import org.jspecify.annotations.NullMarked;
