/** Pages of the duty rota. */
@NullMarked
package org.passerelle.protect.duty.web;

import org.jspecify.annotations.NullMarked;
