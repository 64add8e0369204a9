/** Pages of transfers. */
@NullMarked
package org.passerelle.protect.transfer.web;

import org.jspecify.annotations.NullMarked;
