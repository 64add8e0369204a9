/** Pages of stays. */
@NullMarked
package org.passerelle.protect.casework.placement.stay.web;

import org.jspecify.annotations.NullMarked;
