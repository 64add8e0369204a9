/** Pages. */
@NullMarked
package org.passerelle.prosecute.order.web;

import org.jspecify.annotations.NullMarked;
