/**
 * What a person is told before they agree or refuse, including in languages that the interface does
 * not have. Texts that no native speaker has reviewed say so.
 */
@NullMarked
package org.passerelle.protect.sharing.consent.told;

import org.jspecify.annotations.NullMarked;
