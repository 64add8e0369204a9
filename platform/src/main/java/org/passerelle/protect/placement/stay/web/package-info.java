/** Pages of stays. */
@NullMarked
package org.passerelle.protect.placement.stay.web;

import org.jspecify.annotations.NullMarked;
