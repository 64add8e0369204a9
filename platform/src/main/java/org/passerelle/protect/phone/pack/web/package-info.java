/** The page that works without a network, its worker, and what it takes along. */
@NullMarked
package org.passerelle.protect.phone.pack.web;

import org.jspecify.annotations.NullMarked;
