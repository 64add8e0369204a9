/** Its pages. */
@NullMarked
package org.passerelle.protect.care.plan.web;

import org.jspecify.annotations.NullMarked;
