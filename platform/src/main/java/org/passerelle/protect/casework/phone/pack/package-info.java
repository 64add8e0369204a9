/**
 * What a phone needs to work without a network: forms with their rules, texts, telephone numbers.
 * It contains no personal data.
 */
@NullMarked
package org.passerelle.protect.casework.phone.pack;

import org.jspecify.annotations.NullMarked;
