/** The information given before a consent as recorded speech, for people who do not read. */
@NullMarked
package org.passerelle.protect.sharing.consent.recording;

import org.jspecify.annotations.NullMarked;
