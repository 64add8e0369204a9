/** Pages of safety plans. */
@NullMarked
package org.passerelle.protect.safety.plan.web;

import org.jspecify.annotations.NullMarked;
