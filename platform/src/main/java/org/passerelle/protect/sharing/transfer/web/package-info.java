/** Pages of transfers. */
@NullMarked
package org.passerelle.protect.sharing.transfer.web;

import org.jspecify.annotations.NullMarked;
