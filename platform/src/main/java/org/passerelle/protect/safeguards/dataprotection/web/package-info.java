/** Pages of the data protection officer. */
@NullMarked
package org.passerelle.protect.safeguards.dataprotection.web;

import org.jspecify.annotations.NullMarked;
