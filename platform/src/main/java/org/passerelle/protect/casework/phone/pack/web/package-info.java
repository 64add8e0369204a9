/** The offline page, its service worker, and its pack. */
@NullMarked
package org.passerelle.protect.casework.phone.pack.web;

import org.jspecify.annotations.NullMarked;
