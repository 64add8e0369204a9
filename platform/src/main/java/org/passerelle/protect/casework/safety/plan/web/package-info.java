/** Pages of safety plans. */
@NullMarked
package org.passerelle.protect.casework.safety.plan.web;

import org.jspecify.annotations.NullMarked;
