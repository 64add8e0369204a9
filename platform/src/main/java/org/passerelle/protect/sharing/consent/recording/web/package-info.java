/** Pages of recordings: uploaded by an administrator, played beside the text. */
@NullMarked
package org.passerelle.protect.sharing.consent.recording.web;

import org.jspecify.annotations.NullMarked;
