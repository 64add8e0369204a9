/** Pages of the care plan. */
@NullMarked
package org.passerelle.protect.casework.care.plan.web;

import org.jspecify.annotations.NullMarked;
