/** Pages of the duty rota. */
@NullMarked
package org.passerelle.protect.sharing.duty.web;

import org.jspecify.annotations.NullMarked;
