/** Pages of the data protection officer's desk. */
@NullMarked
package org.passerelle.protect.dataprotection.web;

import org.jspecify.annotations.NullMarked;
