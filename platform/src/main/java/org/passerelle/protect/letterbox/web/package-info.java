/** Pages of letterboxes: administered, followed by senders, opened by guests. */
@NullMarked
package org.passerelle.protect.letterbox.web;

import org.jspecify.annotations.NullMarked;
