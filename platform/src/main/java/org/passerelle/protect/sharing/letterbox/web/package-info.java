/** Pages of letterboxes: administered, followed by senders, opened by guests. */
@NullMarked
package org.passerelle.protect.sharing.letterbox.web;

import org.jspecify.annotations.NullMarked;
